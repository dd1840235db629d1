namespace Jiedui.Flow.Indicators;

/// <summary>A question that cannot be answered as asked: an unknown unit, column or value. The message, in Chinese, says which and what to ask instead.</summary>
public sealed class UnanswerableException(string message) : Exception(message);
