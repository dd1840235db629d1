namespace Jiedui.App.Gate.Limits;

/// <summary>How often within a minute.</summary>
public sealed record RateOptions
{
    /// <summary>Tries to sign in from one address; an office behind one address signs in together in the morning.</summary>
    public int SignInsByAddress { get; init; } = 60;

    /// <summary>Tries to sign in under one name, from wherever.</summary>
    public int SignInsByName { get; init; } = 10;

    public int Imports { get; init; } = 20;

    public int Exports { get; init; } = 30;

    public int Packs { get; init; } = 5;

    public int Of(Limit limit) => limit switch
    {
        Limit.Import => Imports,
        Limit.Export => Exports,
        Limit.Pack => Packs,
    };
}
