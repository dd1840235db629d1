namespace Jiedui.App.Web.Parts;

/// <summary>The reason that somebody gives in a form for what is recorded with it.</summary>
internal static class Reason
{
    public const int Longest = 200;

    /// <summary>Null where none was given: the form demands one, and whoever posts without it is shown the form again.</summary>
    public static string? In(IFormCollection form) => form["reason"].ToString().Trim() is { Length: > 0 and <= Longest } reason ? reason : null;
}
