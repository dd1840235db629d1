using System.Buffers;

namespace Jiedui.Sealing;

/// <summary>The text of a print, put together as bytes in memory that each thread uses again and again.</summary>
public static class PrintText
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? mine;

    /// <summary>An empty one. It is this thread's, to be printed before the next is begun; what was in it is wiped then.</summary>
    public static ArrayBufferWriter<byte> Begin()
    {
        var text = mine ??= new ArrayBufferWriter<byte>(512);
        text.Clear();
        return text;
    }
}
