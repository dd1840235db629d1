using System.Buffers;
using Jiedui.Declaring;
using Jiedui.Sealing;

namespace Jiedui.Flow.Postings;

/// <summary>
/// A subject's number, with what is kept beside it: the print of its kind and key, cut to 63 bits, so that a number is reckoned and never looked for.
/// </summary>
public readonly record struct NumberedSubject(long Number, UInt128 Print, string? Label, long? PartOf)
{
    public static NumberedSubject Of(Subject? subject, KeyedHash prints)
    {
        if (subject is null)
            return default;
        var text = PrintText.Begin();
        CellText.Write(subject.Kind, text);
        text.Write("\u001f"u8);
        CellText.Write(subject.Key, text);
        var print = prints.Of(text.WrittenSpan);
        var whole = Of(subject.PartOf, prints).Number;
        return new NumberedSubject(NumberOf(print), print, subject.IsPersonal ? null : subject.Label, whole == Posting.NoSubject ? null : whole);
    }

    /// <summary>Never zero, which is no subject.</summary>
    public static long NumberOf(UInt128 print) => (long)(print >> 65) is var number and not Posting.NoSubject ? number : 1;
}
