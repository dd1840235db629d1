namespace Jiedui.App.Gate.Limits;

/// <summary>What one account, or where nobody has signed in one address, may ask for only so often.</summary>
public enum Limit
{
    Import,
    Export,
    Pack,
}
