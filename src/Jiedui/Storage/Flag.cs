namespace Jiedui.Storage;

/// <summary>Yes and no as the tables hold them: 1 and 0.</summary>
public static class Flag
{
    public static long Of(bool flag) => flag ? 1 : 0;
}
