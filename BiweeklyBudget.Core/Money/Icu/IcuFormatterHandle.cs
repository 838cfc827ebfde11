using System.Runtime.InteropServices;

namespace BiweeklyBudget.Core.Money.Icu;

/// <summary>Owns one of ICU's number formatters. They are immutable: one serves all threads.</summary>
internal sealed class IcuFormatterHandle : SafeHandle
{
    public IcuFormatterHandle(string skeleton, string locale)
        : base(0, ownsHandle: true) => SetHandle(IcuFunctions.OpenFormatter(skeleton, locale));

    public override bool IsInvalid => handle == 0;

    public string Format(ReadOnlySpan<byte> number)
    {
        var added = false;
        try
        {
            DangerousAddRef(ref added);
            return IcuFunctions.Format(handle, number);
        }
        finally
        {
            if (added)
                DangerousRelease();
        }
    }

    protected override bool ReleaseHandle()
    {
        IcuFunctions.CloseFormatter(handle);
        return true;
    }
}
