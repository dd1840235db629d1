using Jiedui.Declaring;
using Figures = Jiedui.Work.Mechanisms.Exchange.ExchangeIndicators;

namespace Jiedui.Work.Mechanisms.Exchange;

/// <summary>What exchange has to tell.</summary>
public static class ExchangeSection
{
    public static readonly ReportSection Section = new(
        "建立交流互访机制",
        new Paragraph(
            Sentence.Of($"{Party.Giver}与{Party.Receiver}深入开展交流互访，互访{Figures.Visits:次}、{Figures.Visitors:人次}。"),
            Sentence.Of($"召开联席会议{Figures.JointMeetings:次}，不断加强协作、深化感情。"),
            Sentence.Of($"{Party.Giver}派驻{Figures.Secondees:名}干部人才赴{Party.Receiver}挂职，协助开展工作。"),
            Sentence.Of($"编发信息简报{Figures.Bulletins:期}，形成情况互通、信息共享、互相交流的帮扶格局。")));

    public static readonly Sentence Card = Sentence.Of($"互访{Figures.Visits:次}、{Figures.Visitors:人次}，派驻挂职干部人才{Figures.Secondees:名}。");
}
