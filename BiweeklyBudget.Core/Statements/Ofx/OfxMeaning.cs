namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>What the elements of a file mean: gathers its statements as the aggregates end (spec/bank-data.md §1.2, §1.3).</summary>
internal sealed class OfxMeaning
{
    private readonly List<OfxStatement> _statements = [];
    private readonly List<string> _warnings = [];
    private DateTime? _asOf;
    private string? _institutionId;

    /// <summary>An aggregate begins.</summary>
    public static void Begin(OfxAggregate aggregate)
    {
        aggregate.Statement = aggregate.Name switch
        {
            "STMTRS" => new OfxStatementParts(OfxStatementKind.Bank),
            "CCSTMTRS" => new OfxStatementParts(OfxStatementKind.CreditCard),
            "INVSTMTRS" => new OfxStatementParts(OfxStatementKind.Investment),
            _ => null,
        };
        if (aggregate is { Name: "INVPOSLIST", Parent.Statement: { Kind: OfxStatementKind.Investment } statement })
        {
            statement.Positions ??= 0m;
        }
    }

    /// <summary>An aggregate ends; the ones within it have ended before.</summary>
    /// <exception cref="OfxException">It lacks something, or reports an error of the bank.</exception>
    public void End(OfxAggregate aggregate)
    {
        var parent = aggregate.Parent;
        switch (aggregate.Name)
        {
            case "STATUS":
                parent?.AddFrom(aggregate, "CODE", "SEVERITY", "MESSAGE");
                break;
            case "FI":
                parent?.AddFrom(aggregate, "FID");
                break;
            case "SONRS":
                CheckStatus(aggregate);
                _institutionId ??= aggregate.Text("FID") is { Length: > 0 } id ? id : null;
                _asOf ??= OfxFields.RequiredTime(aggregate, "DTSERVER");
                break;
            case "STMTTRNRS" or "CCSTMTTRNRS" or "INVSTMTTRNRS":
                CheckStatus(aggregate);
                break;
            case "BANKACCTFROM" or "CCACCTFROM" or "INVACCTFROM" when parent?.Statement is not null:
                parent.AddFrom(aggregate, "BANKID", "ACCTID", "ACCTTYPE", "BROKERID");
                break;
            case "LEDGERBAL" when parent?.Statement is { } statement:
                statement.Ledger ??= OfxFields.RequiredAmount(aggregate, "BALAMT");
                statement.LedgerAsOf ??= OfxFields.Time(aggregate, "DTASOF");
                break;
            case "AVAILBAL" when parent?.Statement is { } statement:
                statement.Available ??= OfxFields.RequiredAmount(aggregate, "BALAMT");
                statement.AvailableAsOf ??= OfxFields.Time(aggregate, "DTASOF");
                break;
            case "PAYEE" when parent?.Name == "STMTTRN":
                parent.AddFrom(aggregate, "NAME");
                break;
            case "STMTTRN" when StatementAround(aggregate) is { } statement:
                statement.Transactions.Add(OfxFields.Transaction(aggregate));
                break;
            case "INVPOS":
                AddPosition(aggregate);
                break;
            case "STMTRS" or "CCSTMTRS" or "INVSTMTRS":
                _statements.Add(OfxFields.Statement(aggregate));
                break;
        }
    }

    /// <summary>The file, once its elements have ended.</summary>
    /// <param name="lastLine">The file's last line.</param>
    /// <exception cref="OfxException">It has no statement, or does not say when it was made.</exception>
    public OfxFile File(int lastLine)
    {
        if (_asOf is not { } asOf)
        {
            throw new OfxException("Missing DTSERVER (a required field): <SONRS> with the time of the file was expected.", lastLine);
        }

        if (_statements.Count == 0)
        {
            throw new OfxException($"The file ends in line {lastLine} without a statement: <STMTRS>, <CCSTMTRS> or <INVSTMTRS> was expected.", lastLine);
        }

        return new OfxFile(asOf, _institutionId, [.. _statements.OrderBy(s => s.Kind)], _warnings);
    }

    /// <summary>The bank or card statement whose list a transaction is in. Those of an investment's cash account belong to none.</summary>
    private static OfxStatementParts? StatementAround(OfxAggregate transaction)
    {
        var list = transaction.Parent;
        var statement = list is { Name: "BANKTRANLIST" } ? list.Parent?.Statement : list?.Statement;
        return statement?.Kind is OfxStatementKind.Bank or OfxStatementKind.CreditCard ? statement : null;
    }

    private static void CheckStatus(OfxAggregate response)
    {
        if (string.Equals(response.Text("SEVERITY"), "ERROR", StringComparison.OrdinalIgnoreCase))
        {
            var message = response.Text("MESSAGE") is { Length: > 0 } text ? text : "the bank gave no message";
            throw new OfxException($"OFX Error: {message} (code {response.Text("CODE") ?? "unknown"}, severity ERROR)", response.Line);
        }
    }

    private void AddPosition(OfxAggregate position)
    {
        var list = position.Parent;
        while (list is not null && list.Name != "INVPOSLIST")
        {
            list = list.Parent;
        }

        if (list?.Parent?.Statement is not { Positions: not null } statement)
        {
            return;
        }

        if (OfxFields.PositionValue(position) is { } value)
        {
            statement.Positions += value;
        }
        else
        {
            _warnings.Add($"Line {position.Line}: a position has neither a market value nor units with a price; it counts as 0.");
        }

        if (OfxFields.Time(position, "DTPRICEASOF") is { } pricedAt && (statement.PricedAt is null || pricedAt < statement.PricedAt))
        {
            statement.PricedAt = pricedAt;
        }
    }
}
