namespace Jiedui.Flow.Intake.Cells;

/// <summary>Adds up a Chinese numeral, one character after the other.</summary>
internal struct ChineseCounting
{
    private const long TenThousand = 10000;

    private long total;
    private long section;
    private int? pending;
    private bool pendingIsPair;
    private bool afterZero;
    private long lastUnit;
    private long lastSmall;
    private long lastBig;

    /// <returns>False where this character cannot stand here.</returns>
    public bool Take(int digit, int tens, long unit, bool isPair)
    {
        if (digit == 0)
            return TakeZero();
        if (digit > 0)
            return TakeDigit(digit, isPair);
        if (tens > 0)
            return TakeDigit(tens / 10, isPair: false) && TakeSmall(10);
        return unit >= TenThousand ? TakeBig(unit) : unit > 0 && TakeSmall(unit);
    }

    public readonly bool TryEnd(out long value)
    {
        value = total + section;
        if (pending is not { } last)
            return !afterZero || (value == 0 && lastUnit == 0);
        if (pendingIsPair && lastUnit > 0)
            return false;
        // 三千五 is 3500, 三千零五 is 3005.
        value += !afterZero && lastUnit > 10 ? last * (lastUnit / 10) : last;
        return true;
    }

    private bool TakeZero()
    {
        if (pending is not null || afterZero || lastUnit == 10)
            return false;
        afterZero = true;
        return true;
    }

    private bool TakeDigit(int digit, bool isPair)
    {
        if (pending is not null || (afterZero && lastUnit == 0))
            return false;
        pending = digit;
        pendingIsPair = isPair;
        return true;
    }

    private bool TakeSmall(long unit)
    {
        var isBareTen = unit == 10 && pending is null;
        if ((pending is null && !isBareTen) || (pendingIsPair && unit == 10))
            return false;
        if (lastSmall > 0 && (unit >= lastSmall || (afterZero && unit * 10 == lastSmall)))
            return false;
        section += (pending ?? 1) * unit;
        (pending, pendingIsPair, afterZero, lastSmall, lastUnit) = (null, false, false, unit, unit);
        return true;
    }

    /// <summary>万 closes a section of four places; 亿 may follow it (一万亿).</summary>
    private bool TakeBig(long unit)
    {
        section += pending ?? 0;
        if (pending is not null && !afterZero && lastSmall > 10)
            return false;
        if (pending is null && afterZero)
            return false;
        if (unit == TenThousand ? section == 0 || lastBig == TenThousand : total >= unit || total + section == 0)
            return false;
        if (unit == TenThousand)
            total += section * unit;
        else
            total = (total + section) * unit;
        (section, pending, pendingIsPair, afterZero, lastSmall, lastUnit, lastBig) = (0, null, false, false, 0, unit, unit);
        return true;
    }
}
