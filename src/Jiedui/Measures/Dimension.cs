namespace Jiedui.Measures;

/// <summary>What a quantity counts. Two quantities of different dimensions cannot be added: that does not compile.</summary>
public interface IDimension
{
    /// <summary>The unit word it is written with, e.g. 元.</summary>
    static abstract string Symbol { get; }

    /// <summary>How many smallest units make one: 100 for money (分), 1 for people.</summary>
    static abstract int Scale { get; }
}

/// <summary>元, kept in 分.</summary>
public readonly struct Money : IDimension
{
    public static string Symbol => "元";
    public static int Scale => 100;
}

/// <summary>人: distinct persons. Never adds over periods (design §4.5).</summary>
public readonly struct People : IDimension
{
    public static string Symbol => "人";
    public static int Scale => 1;
}

/// <summary>人次: one person twice is two.</summary>
public readonly struct PersonTimes : IDimension
{
    public static string Symbol => "人次";
    public static int Scale => 1;
}

/// <summary>户: distinct households.</summary>
public readonly struct Households : IDimension
{
    public static string Symbol => "户";
    public static int Scale => 1;
}

/// <summary>个: posts offered, not people employed.</summary>
public readonly struct Jobs : IDimension
{
    public static string Symbol => "个";
    public static int Scale => 1;
}

/// <summary>次: things that happen (场次, 期, 次); the measure names its own word.</summary>
public readonly struct Times : IDimension
{
    public static string Symbol => "次";
    public static int Scale => 1;
}

/// <summary>亩, kept in hundredths.</summary>
public readonly struct Area : IDimension
{
    public static string Symbol => "亩";
    public static int Scale => 100;
}

/// <summary>天.</summary>
public readonly struct Days : IDimension
{
    public static string Symbol => "天";
    public static int Scale => 1;
}

/// <summary>个: things and organisations that exist (帮扶团, 协议, 学校, 线路); the measure names its own word.</summary>
public readonly struct Items : IDimension
{
    public static string Symbol => "个";
    public static int Scale => 1;
}

/// <summary>%, kept in hundredths of one per cent.</summary>
public readonly struct Percent : IDimension
{
    public static string Symbol => "%";
    public static int Scale => 100;
}

/// <summary>A bare number whose unit stands elsewhere in the row (数量), kept in hundredths.</summary>
public readonly struct Plain : IDimension
{
    public static string Symbol => "";
    public static int Scale => 100;
}
