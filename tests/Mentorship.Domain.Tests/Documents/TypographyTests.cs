using Mentorship.Domain.Documents;

namespace Mentorship.Domain.Tests.Documents;

public sealed class TypographyTests
{
    [Theory]
    [InlineData("Об утверждении Положения о системе", "Об_утверждении Положения о_системе")]
    [InlineData("В приказ от 10.09.2026 и (на год)", "В_приказ от_10.09.2026 и_(на_год)")]
    [InlineData("Об А и Б", "Об_А_и_Б")]
    [InlineData("Итоги", "Итоги")]
    public void Bound_KeepsShortWordsWithWhatFollows(string heading, string bound) => Assert.Equal(bound.Replace('_', '\u00A0'), Typography.Bound(heading));
}
