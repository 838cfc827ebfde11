namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>What the elements of a file mean: gathers its statements as the aggregates end (spec/bank-data.md §1.2, §1.3).</summary>
internal sealed class OfxMeaning
{
    private readonly List<OfxStatement> _statements = [];
    private readonly ImportWarnings _warnings = new();
    private DateTime? _asOf;
    private int _corrections;
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
                EndSignOn(aggregate);
                break;
            case "STMTTRNRS" or "CCSTMTTRNRS" or "INVSTMTTRNRS":
                CheckStatus(aggregate);
                break;
            case "BANKACCTFROM" or "CCACCTFROM" or "INVACCTFROM" when parent?.Statement is not null:
                parent.AddFrom(aggregate, "BANKID", "ACCTID", "ACCTTYPE", "BROKERID");
                break;
            case "BANKTRANLIST" or "INVTRANLIST" when parent?.Statement is { } statement:
                statement.End ??= OfxFields.Time(aggregate, "DTEND", statement.Warnings);
                break;
            case "LEDGERBAL" when parent?.Statement is { } statement:
                statement.Ledger ??= OfxFields.Balance(aggregate, statement.Warnings);
                statement.LedgerAsOf ??= OfxFields.Time(aggregate, "DTASOF", statement.Warnings);
                break;
            case "AVAILBAL" when parent?.Statement is { } statement:
                statement.Available ??= OfxFields.Balance(aggregate, statement.Warnings);
                statement.AvailableAsOf ??= OfxFields.Time(aggregate, "DTASOF", statement.Warnings);
                break;
            case "PAYEE" when parent?.Name == "STMTTRN":
                parent.AddFrom(aggregate, "NAME");
                break;
            case "CURRENCY" when parent?.Name == "STMTTRN":
                parent.AddFrom(aggregate, "CURRATE", "CURSYM");
                break;
            case "STMTTRN" when StatementAround(aggregate) is { Statement: { } statement } around:
                statement.Transactions.Add(Counted(OfxFields.Transaction(aggregate, around.Text("CURDEF"), statement.Warnings)));
                break;
            case "INVPOS":
                AddPosition(aggregate);
                break;
            case "STMTRS" or "CCSTMTRS" or "INVSTMTRS":
                AddStatement(aggregate);
                break;
        }
    }

    /// <summary>The file, once its elements have ended.</summary>
    /// <param name="lastLine">The file's last line.</param>
    /// <exception cref="OfxException">It has no statement.</exception>
    public OfxFile File(int lastLine)
    {
        if (_statements.Count == 0)
        {
            throw new OfxException($"The file ends in line {lastLine} without a statement: <STMTRS>, <CCSTMTRS> or <INVSTMTRS> was expected.", lastLine);
        }

        // Several of one account are imported from the oldest to the newest, and so numbered.
        var accounts = _statements.Select(AccountOf).Distinct().Index().ToDictionary(account => account.Item, account => account.Index);
        return new OfxFile(_institutionId, [.. _statements.OrderBy(s => s.Kind).ThenBy(s => accounts[AccountOf(s)]).ThenBy(s => s.OwnDay ?? DateTime.MaxValue)], _warnings.ToList());
    }

    private static (OfxStatementKind Kind, string RoutingNumber, string Number) AccountOf(OfxStatement statement) => (statement.Kind, statement.RoutingNumber, statement.BankAccountId);

    /// <summary>The statement whose list a transaction is in; of an investment only what moved on its cash account.</summary>
    private static OfxAggregate? StatementAround(OfxAggregate transaction)
    {
        var list = transaction.Parent;
        return list switch
        {
            { Name: "INVBANKTRAN", Parent: { Name: "INVTRANLIST", Parent: { Statement.Kind: OfxStatementKind.Investment } investment } } => investment,
            { Name: "BANKTRANLIST", Parent: { Statement.Kind: OfxStatementKind.Bank or OfxStatementKind.CreditCard } statement } => statement,
            { Statement.Kind: OfxStatementKind.Bank or OfxStatementKind.CreditCard } => list,
            _ => null,
        };
    }

    private static void CheckStatus(OfxAggregate response)
    {
        if (string.Equals(response.Text("SEVERITY"), "ERROR", StringComparison.OrdinalIgnoreCase))
        {
            var message = response.Text("MESSAGE") is { Length: > 0 } text ? text : "the bank gave no message";
            throw new OfxException($"OFX Error: {message} (code {response.Text("CODE") ?? "unknown"}, severity ERROR)", response.Line);
        }
    }

    private static void AddPosition(OfxAggregate position)
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

        try
        {
            if (OfxFields.PositionValue(position) is { } value)
            {
                statement.Positions += value;
            }
            else
            {
                statement.Warnings.Add($"Line {position.Line}: a position has neither a market value nor units with a price; it counts as 0.");
            }
        }
        catch (OfxException exception)
        {
            // A sum without it would be wrong, and looks right.
            statement.HasUnreadablePosition = true;
            statement.Warnings.Add($"{exception.Message} The value of the positions is left out.");
        }

        if (OfxFields.Time(position, "DTPRICEASOF", statement.Warnings) is { } pricedAt && (statement.PricedAt is null || pricedAt < statement.PricedAt))
        {
            statement.PricedAt = pricedAt;
        }
    }

    private OfxTransaction Counted(OfxTransaction transaction)
    {
        _corrections += transaction.CorrectedFitId is null ? 0 : 1;
        return _corrections <= OfxFile.MostCorrections
            ? transaction
            : throw new OfxException($"Line {transaction.Line}: the file has more than {OfxFile.MostCorrections} transactions that correct others.", transaction.Line);
    }

    /// <summary>A sign-on belongs to the statements behind it: several documents in one file have one each.</summary>
    private void EndSignOn(OfxAggregate signOn)
    {
        CheckStatus(signOn);
        _institutionId ??= signOn.Text("FID") is { Length: > 0 } id ? id : null;
        _asOf = OfxFields.Time(signOn, "DTSERVER", _warnings);
    }

    private void AddStatement(OfxAggregate aggregate)
    {
        if (_statements.Count == OfxFile.MostStatements)
        {
            throw new OfxException($"Line {aggregate.Line}: the file has more than {OfxFile.MostStatements} statements.", aggregate.Line);
        }

        _statements.Add(OfxFields.Statement(aggregate, _asOf));
    }
}
