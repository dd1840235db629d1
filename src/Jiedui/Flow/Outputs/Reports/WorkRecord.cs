using Jiedui.Declaring;
using Jiedui.Flow.Outputs.Reports.Composing;
using Jiedui.Flow.Outputs.Reports.Documents;

namespace Jiedui.Flow.Outputs.Reports;

/// <summary>工作纪实, the template <c>work-record</c>: results first, then 三项机制, 三驾马车 and 三项扶持 as the fields tell them, then the next steps.</summary>
public sealed class WorkRecord
{
    public const string Code = "work-record";

    private readonly Catalogue catalogue;
    private readonly ReportRequest request;
    private readonly FactRegister facts;
    private readonly SentenceWriting sentences;
    private readonly List<Block> blocks = [];
    private int chapters;

    private WorkRecord(Catalogue catalogue, ReportSource source, ReportRequest request)
    {
        this.catalogue = catalogue;
        this.request = request;
        facts = new FactRegister(source, request.Query);
        sentences = new SentenceWriting(facts, new RecordWords(source, request), request);
    }

    public static ReportDocument Compose(Catalogue catalogue, ReportSource source, ReportRequest request) =>
        new WorkRecord(catalogue, source, request).Compose();

    private ReportDocument Compose()
    {
        AddOpening();
        foreach (var group in GroupText.All)
            AddGroup(group);
        AddNextSteps();
        return new ReportDocument
        {
            Title = ["对口帮扶显成效", "乡村振兴开新局"],
            Subtitle = $"——{request.Giver}对口帮扶{request.Receiver}工作纪实{(request.Within is { } unit ? $"（{unit.Name}及所属单位）" : "")}",
            Blocks = blocks,
            Facts = facts.Facts,
            Request = request,
        };
    }

    private void AddOpening()
    {
        Run[] opening =
        [
            new DateRun(ChineseDate.Of(request.Period)), new TextRun("，"), new WordsRun(request.Giver), new TextRun("对口帮扶"), new WordsRun(request.Receiver),
            new TextRun("，与"), new WordsRun(request.Receiver), new TextRun("在产业、就业、教育、医疗、文化、旅游、消费帮扶等领域深入开展对口帮扶协作，对口帮扶工作取得良好成效。"),
        ];
        var results = FieldsOf(FieldGroup.Results).SelectMany(field => Told(field.Section)).ToList();
        blocks.Add(new ParagraphBlock([.. opening, .. results.Take(1).SelectMany(runs => runs)]));
        blocks.AddRange(results.Skip(1).Select(runs => new ParagraphBlock(runs)));
    }

    private void AddGroup(GroupText group)
    {
        var told = FieldsOf(group.Group).Select(field => (Field: field, Paragraphs: Told(field.Section))).Where(part => part.Paragraphs.Count > 0).ToList();
        if (told.Count == 0)
            return;
        AddChapter(group.Heading);
        blocks.Add(new ParagraphBlock([new WordsRun(request.Giver), new TextRun(group.Opening)]));
        for (var index = 0; index < told.Count; index++)
        {
            blocks.Add(new HeadingBlock(2, $"（{ChineseNumeral.Of(index + 1)}）", [new TextRun(told[index].Field.Section!.Heading)]));
            blocks.AddRange(told[index].Paragraphs.Select(runs => new ParagraphBlock(runs)));
        }
    }

    private void AddNextSteps()
    {
        AddChapter("接续推进、有效衔接，共同开创帮扶协作新局面");
        blocks.Add(new ParagraphBlock(
        [
            new TextRun("下一步，"), new WordsRun(request.Giver),
            new TextRun("将认真贯彻落实省、市对口帮扶工作部署，进一步挖掘合作潜力、凝聚工作合力、形成长效机制，在延伸产业链条、抱团拓展市场、推进人才交流等领域加强协作，接续推进帮扶工作同"),
            new WordsRun(request.Receiver), new TextRun("乡村振兴工作有效衔接，共同开创帮扶协作的新局面。"),
        ]));
    }

    private void AddChapter(string heading) => blocks.Add(new HeadingBlock(1, $"{ChineseNumeral.Of(++chapters)}、", [new TextRun(heading)]));

    private IEnumerable<Field> FieldsOf(FieldGroup group) => catalogue.Fields.Where(field => field.Group == group && field.Section is not null);

    /// <summary>The paragraphs of which at least one sentence can be told.</summary>
    private List<IReadOnlyList<Run>> Told(ReportSection? section) =>
        [.. (section?.Paragraphs ?? []).Select(sentences.Write).Where(runs => runs.Count > 0)];
}
