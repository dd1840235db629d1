namespace Jiedui.Storage;

/// <summary>Texts that come from outside as they are, such as the name of a file.</summary>
public static class StorableText
{
    /// <summary>The text as both engines store it: PostgreSQL refuses the character of number zero, which means nothing in any text.</summary>
    public static string Storable(this string text) => text.Replace('\0', '\uFFFD');
}
