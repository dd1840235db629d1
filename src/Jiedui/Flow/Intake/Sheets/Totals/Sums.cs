using Jiedui.Measures;

namespace Jiedui.Flow.Intake.Sheets.Totals;

/// <summary>The running sum of one column in smallest units, both ends of it: 8-12 adds 8 to the one and 12 to the other.</summary>
internal struct Sums
{
    /// <summary>128 bits: no sheet can overflow it.</summary>
    public Int128 Low { get; private set; }

    public Int128 High { get; private set; }

    /// <summary>Whether a cell had an open end (不低于1800), so that the sum has no end there.</summary>
    public bool IsOpen { get; private set; }

    public void Add(Amount amount)
    {
        Low += amount.Low ?? 0;
        High += amount.High ?? amount.Low ?? 0;
        IsOpen |= amount.Low is null || amount.High is null;
    }

    public readonly bool Agrees(Amount total) => total.Value is { } value ? value == Low || value == High : total.Low == Low && total.High == High;
}
