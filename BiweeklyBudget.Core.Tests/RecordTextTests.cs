using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Tests;

/// <summary>The text that the compiler writes for a record asks every public property for its text: one that leads back to the record never ends.</summary>
public sealed class RecordTextTests
{
    private static readonly Type[] Core = typeof(BudgetDbContext).Assembly.GetTypes();

    [Fact]
    public void No_records_text_asks_for_itself() => Assert.Empty(Core.Where(type => AskedBy(type).Contains(type)).Select(type => type.FullName));

    [Fact]
    public void Asking_for_oneself_is_seen_directly_and_by_way_of_another()
    {
        Assert.Contains(typeof(Itself), AskedBy(typeof(Itself)));
        Assert.Contains(typeof(There), AskedBy(typeof(There)));
        Assert.DoesNotContain(typeof(Other), AskedBy(typeof(Other)));
    }

    [Fact]
    public void A_billing_period_names_its_days() =>
        Assert.Equal("2017-07-01 to 2017-07-31", BillingPeriod.Of(new DateOnly(2017, 7, 28)).ToString());

    /// <summary>All types whose text a record's own asks for, through any number of others.</summary>
    private static HashSet<Type> AskedBy(Type record)
    {
        var asked = new HashSet<Type>();
        var open = new Queue<Type>([record]);
        while (open.TryDequeue(out var type))
        {
            foreach (var next in Printed(type).Where(asked.Add))
            {
                open.Enqueue(next);
            }
        }

        return asked;
    }

    private static IEnumerable<Type> Printed(Type type) => !IsWritten(type, "PrintMembers") || !IsWritten(type, nameof(ToString))
        ? []
        : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0).Select(property => property.PropertyType)
            .Concat(type.GetFields(BindingFlags.Public | BindingFlags.Instance).Select(field => field.FieldType))
            .Select(printed => Nullable.GetUnderlyingType(printed) ?? printed);

    /// <summary>Whether the compiler wrote a method of a record.</summary>
    private static bool IsWritten(Type type, string method) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Any(own => own.Name == method && own.IsDefined(typeof(CompilerGeneratedAttribute)));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Itself(int Number)
    {
        public Itself? Next => Number < 9 ? new Itself(Number + 1) : null;
    }

    private sealed record There(Back Back);

    private sealed record Back(There There);

    private sealed record Other(Itself Itself, IReadOnlyList<Other> Others);
}
