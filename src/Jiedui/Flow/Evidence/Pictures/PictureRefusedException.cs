namespace Jiedui.Flow.Evidence.Pictures;

/// <summary>A file that calls itself a picture and cannot be shown as one. Message in Chinese, with what to do.</summary>
public sealed class PictureRefusedException(string message) : Exception(message);
