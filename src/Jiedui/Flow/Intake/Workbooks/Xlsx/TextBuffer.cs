namespace Jiedui.Flow.Intake.Workbooks.Xlsx;

/// <summary>One cell's text while it is read; used again for the next cell.</summary>
internal sealed class TextBuffer
{
    /// <summary>One more than a cell may hold, so that a full buffer means too long a cell.</summary>
    public char[] Array { get; } = new char[Limits.CellCharacters + 1];

    public int Length { get; set; }

    public bool IsFull => Length == Array.Length;

    public Span<char> Text => Array.AsSpan(0, Length);

    public void Clear() => Length = 0;
}
