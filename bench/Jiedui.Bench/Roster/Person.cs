using System.Globalization;
using Jiedui.Flow.Intake.Cells;

namespace Jiedui.Bench.Roster;

/// <summary>A person whom nobody knows: area codes that were never given out (6199), phone numbers that nobody holds (140).</summary>
internal readonly record struct Person(string Name, string Sex, string Id, string Phone)
{
    private const string Families = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂玉建春红云海波珍";
    private const int BirthDays = 15_000;

    /// <param name="number">People of different numbers, below 1.5 million, have different IDs.</param>
    public static Person Of(int number, Random random)
    {
        var isMan = random.Next(2) == 0;
        var born = new DateOnly(1958, 1, 1).AddDays(number % BirthDays);
        var sequence = random.Next(500) * 2 + (isMan ? 1 : 0);
        var body = string.Create(CultureInfo.InvariantCulture, $"6199{number / BirthDays:00}{born:yyyyMMdd}{sequence:000}");
        return new Person(
            $"{Families[random.Next(Families.Length)]}{Given[random.Next(Given.Length)]}{Given[random.Next(Given.Length)]}", isMan ? "男" : "女",
            body + "0123456789X".First(check => IdNumber.IsValid(body + check)), string.Create(CultureInfo.InvariantCulture, $"140{random.Next(100_000_000):00000000}"));
    }
}
