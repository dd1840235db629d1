namespace Jiedui.Flow.Outputs.Workbooks.Writing;

/// <summary>Brings names to what Excel takes for a sheet: 31 characters, none of []:*?/\, no apostrophe at an end, and each only once.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    public string Of(string wanted)
    {
        var name = string.Concat(wanted.Select(letter => "[]:*?/\\".Contains(letter, StringComparison.Ordinal) || char.IsControl(letter) ? ' ' : letter)).Trim().Trim('\'');
        name = name.Length == 0 ? "表" : Cut(name, Longest);
        for (var number = 2; !taken.Add(name); number++)
        {
            var suffix = $"（{number}）";
            name = Cut(name.Split('（')[0], Longest - suffix.Length) + suffix;
        }
        return name;
    }

    private static string Cut(string name, int length) => name.Length <= length ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)];
}
