using Jiedui.Declaring;
using Jiedui.Work.Drivers.Consumption;
using Jiedui.Work.Drivers.Industry;
using Jiedui.Work.Drivers.Labour;
using Jiedui.Work.Mechanisms.Decisions;
using Jiedui.Work.Mechanisms.Exchange;
using Jiedui.Work.Mechanisms.Pairing;
using Jiedui.Work.Registry;
using Jiedui.Work.Results;
using Jiedui.Work.Supports.Culture;
using Jiedui.Work.Supports.Society;
using Jiedui.Work.Supports.Talent;

namespace Jiedui.Work;

/// <summary>
/// The article as the program knows it: 三项机制, 三驾马车 and 三项扶持, in its order, between the registry that is read first and the results. The one place
/// that sees every field.
/// </summary>
public static class Article
{
    public static IReadOnlyList<Field> Fields { get; } =
    [
        RegistryField.Field,

        DecisionsField.Field,
        PairingField.Field,
        ExchangeField.Field,

        IndustryField.Field,
        LabourField.Field,
        ConsumptionField.Field,

        // Pairing keeps who is paired with whom; of schools and hospitals the article tells under 人才扶智.
        Telling(TalentField.Field, PairingSection.SchoolsAndHospitals),
        CultureField.Field,
        SocietyField.Field,

        ResultsField.Field,
    ];

    public static Catalogue Catalogue { get; } = new(Fields);

    /// <summary>The same field, whose section tells one paragraph more.</summary>
    private static Field Telling(Field field, Paragraph more) =>
        field with { Section = field.Section! with { Paragraphs = [.. field.Section.Paragraphs, more] } };
}
