namespace Jiedui.Flow.Outputs.Packs;

/// <summary>A file is no evidence pack, or too damaged to be read. Message in Chinese, with what to do.</summary>
public sealed class PackFaultException(string message) : Exception(message);
