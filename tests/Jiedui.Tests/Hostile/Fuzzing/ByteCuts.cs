namespace Jiedui.Tests.Hostile.Fuzzing;

/// <summary>What happens to bytes that nobody understands: changed, lost, doubled, overwritten, broken off.</summary>
internal static class ByteCuts
{
    private static readonly byte[][] Spiteful =
    [
        [0], [0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], "<"u8.ToArray(), "&"u8.ToArray(), "\""u8.ToArray(),
        "]]>"u8.ToArray(), "<!--"u8.ToArray(), "\r"u8.ToArray(), "PK\x05\x06"u8.ToArray(), "PK\x01\x02"u8.ToArray(),
    ];

    public static byte[] Apply(byte[] bytes, Cut cut)
    {
        if (bytes.Length == 0)
            return Spiteful[cut.What % Spiteful.Length];
        var at = cut.At(bytes.Length);
        var length = Math.Min(1 + (int)(cut.HowMuch * cut.HowMuch * 64), bytes.Length - at);
        switch (cut.Kind % 6)
        {
            case 0:
                bytes = [.. bytes];
                bytes[at] ^= (byte)(1 << cut.What % 8);
                return bytes;
            case 1:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 2:
                return [.. bytes[..(at + length)], .. bytes[at..]];
            case 3:
                return [.. bytes[..at], .. cut.Of(Spiteful), .. bytes[at..]];
            case 4:
                var over = cut.Of(Spiteful);
                return [.. bytes[..at], .. over, .. bytes[Math.Min(bytes.Length, at + over.Length)..]];
            default:
                return bytes[..at];
        }
    }
}
