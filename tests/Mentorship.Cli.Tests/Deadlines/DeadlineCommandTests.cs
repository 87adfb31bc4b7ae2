using System.Text;
using System.Text.Json;

namespace Mentorship.Cli.Tests.Deadlines;

public sealed class DeadlineCommandTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"phrases-{Guid.NewGuid():N}.tsv");

    private static async Task<(int Code, string Output, string Errors)> Run(params string[] args)
    {
        using StringWriter output = new(), errors = new();
        return (await Commands.RunAsync(["deadline", .. args], output, errors), output.ToString(), errors.ToString());
    }

    [Fact]
    public async Task Deadline_WhenGivenAPhrase_AnswersInJson()
    {
        (int code, string output, _) = await Run("к концу 2024 года", "--school-year", "2024-2025");
        JsonElement answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal(0, code);
        Assert.Equal(["phrase", "schoolYear", "kind", "from", "to", "recurrence", "doubt"], answer.EnumerateObject().Select(p => p.Name));
        Assert.Equal("к концу 2024 года", answer.GetProperty("phrase").GetString());
        Assert.Equal(("by", "2024-12-31"), (answer.GetProperty("kind").GetString(), answer.GetProperty("to").GetString()));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("from").ValueKind);
    }

    [Fact]
    public async Task Deadline_WhenGivenAFile_AnswersEveryRowUnderAHeader()
    {
        await File.WriteAllTextAsync(_file, "phrase\tschool_year\tkind\r\nсентябрь\t2022-2023\tx\r\nдд.мм.гггг\t-\t\r\n\t-\t\r\n", new UTF8Encoding(true));
        (int code, string output, _) = await Run("--file", _file);
        string[] lines = output.TrimEnd().Split(Environment.NewLine);
        Assert.Equal(0, code);
        Assert.Equal("phrase\tschool_year\tkind\tfrom\tto\trecurrence\tdoubt", lines[0]);
        Assert.Equal("сентябрь\t2022-2023\trange\t2022-09-01\t2022-09-30\t\t", lines[1]);
        Assert.StartsWith("дд.мм.гггг\t-\ttemplate\t\t\t\t", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("\t-\tunresolved\t", lines[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("до конца I четверти", "by", "2026-10-25")]
    [InlineData("осенние каникулы", "range", "2026-11-02")]
    [InlineData("IV четверть 2025-2026 учебного года", "unresolved", null)]
    public async Task Deadline_WhenGivenASchedule_DatesTermsAndHolidays(string phrase, string kind, string? to)
    {
        await File.WriteAllTextAsync(_file, """{"2026-2027":{"quarters":[["2026-09-01","2026-10-25"],["2026-11-03","2026-12-28"],["2027-01-11","2027-03-21"],["2027-03-30","2027-05-26"]],"holidays":{"autumn":["2026-10-26","2026-11-02"]}}}""");
        (int code, string output, _) = await Run(phrase, "--school-year", "2026-2027", "--calendar", _file);
        JsonElement answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal((0, kind, to), (code, answer.GetProperty("kind").GetString(), answer.GetProperty("to").GetString()));
    }

    [Theory]
    [InlineData("not json", "это не JSON")]
    [InlineData("[]", "ожидается объект")]
    [InlineData("""{"2026-2029":{}}""", "учебный год «2026-2029» не понят")]
    [InlineData("""{"2026-2027":{"modules":[]}}""", "ожидаются quarters")]
    [InlineData("""{"2026-2027":{"quarters":[["2026-09-01","31.10.2026"]]}}""", "ожидаются quarters")]
    [InlineData("""{"2026-2027":{"quarters":[["2026-09-01","2026-10-25"]]}}""", "даты не указаны")]
    public async Task Deadline_WhenTheScheduleCannotBe_SaysWhatToMend(string json, string problem)
    {
        await File.WriteAllTextAsync(_file, json);
        (int code, string output, string errors) = await Run("I четверть", "--school-year", "2026-2027", "--calendar", _file);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(problem, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--file", "/нет/такого.tsv")]
    [InlineData("I четверть", "--calendar", "/нет/такого.json")]
    [InlineData("сентябрь", "--school-year", "2023-2027")]
    [InlineData("сентябрь", "--school-year")]
    [InlineData("сентябрь", "октябрь")]
    [InlineData]
    public async Task Deadline_WhenItCannotAnswer_SaysTheNextStep(params string[] args)
    {
        (int code, string output, string errors) = await Run(args);
        Assert.NotEqual(0, code);
        Assert.Empty(output);
        Assert.Matches("[А-Яа-я]{4,}", errors);
    }

    public void Dispose() => File.Delete(_file);
}
