using Mentorship.Domain.Deadlines;

namespace Mentorship.Domain.Tests.Deadlines;

public sealed class DeadlineReaderTests
{
    [Theory]
    [MemberData(nameof(Phrases), "deadlines.tsv")]
    [MemberData(nameof(Phrases), "other-plans.tsv")]
    public void Read_WhenThePhraseIsOfASeedOrAnotherInstitution_GivesItsMeaning(string phrase, string schoolYear, string answer) =>
        Assert.Equal(answer, PhraseTable.Answer(DeadlineReader.Read(phrase, PhraseTable.Context(schoolYear))));

    public static TheoryData<string, string, string> Phrases(string table) => PhraseTable.Load(table);
}
