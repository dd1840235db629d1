namespace Jiedui.Sealing;

/// <summary>Something sealed does not open: it was changed, belongs elsewhere, or the key is another.</summary>
public sealed class SealBrokenException() : Exception("加密内容打不开：内容被改动过，或者密钥不对。");
