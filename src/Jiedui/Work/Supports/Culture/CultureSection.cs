using Jiedui.Declaring;
using Figures = Jiedui.Work.Supports.Culture.CultureIndicators;

namespace Jiedui.Work.Supports.Culture;

/// <summary>What culture has to tell.</summary>
public static class CultureSection
{
    public static readonly ReportSection Section = new(
        "深化文化扶志",
        new Paragraph(
            Sentence.Of($"依托{Words.Of(Bases.Ledger, Bases.Host)}，打造{Words.Of(Bases.Ledger, Bases.Name)}。"),
            Sentence.Of($"组织旅行社开发{Party.Receiver}特色旅游线路{Figures.Routes:条}，扶持{Party.Receiver}旅游产业发展。"),
            Sentence.Of($"特色旅游线路推出以来，接待游客{Figures.Tourists:人次}，实现旅游收入{Figures.TourismIncome:万元}。"),
            Sentence.Of($"开展文旅推介{Figures.Promotions:次}，推销{Party.Receiver}的旅游景区、景点。")));

    public static readonly Sentence Card = Sentence.Of($"开发特色旅游线路{Figures.Routes:条}，接待游客{Figures.Tourists:人次}。");
}
