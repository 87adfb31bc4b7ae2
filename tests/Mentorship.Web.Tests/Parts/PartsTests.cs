using Mentorship.Web.Parts;
using Microsoft.AspNetCore.Components;

namespace Mentorship.Web.Tests.Parts;

public sealed class PartsTests
{
    [Fact]
    public async Task Chip_WithATone_KeepsItsWord() =>
        Assert.Equal("<span class=\"chip late\">просрочено</span>", await Markup.Of<Chip>(("Tone", Tone.Late), ("ChildContent", Markup.Text("просрочено"))));

    [Fact]
    public async Task DueText_WhenDone_OwesNothing()
    {
        string markup = await Markup.Of<DueText>(("Due", new DateOnly(2026, 1, 1)), ("Today", new DateOnly(2026, 10, 9)), ("IsDone", true));

        Assert.Equal("<span class=\"chip ok\">выполнено</span>", markup);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(7, "<span class=\"count hot\">7<span class=\"unseen\"> ждут вас</span></span>")]
    public async Task Count_WhenNothingWaits_ShowsNothing(int value, string expected) =>
        Assert.Equal(expected, (await Markup.Of<Count>(("Value", value), ("Hot", true), ("Meaning", "ждут вас"))).Trim());

    [Theory]
    [InlineData("Лебедева К. О.", "ЛК")]
    [InlineData("Лебедева К.\u00a0О.", "ЛК")]
    [InlineData("иванова анна", "ИА")]
    [InlineData("Администратор", "А")]
    [InlineData("", "")]
    public void Avatar_OfAName_ShowsTwoLetters(string name, string expected) => Assert.Equal(expected, Avatar.Initials(name));

    [Fact]
    public async Task Field_WhenWrong_LinksItsMessage()
    {
        string markup = await Markup.Of<Field>(("Name", "Input.Email"), ("Label", "Почта"), ("Type", "email"), ("Value", "anna@"),
            ("Hint", "Рабочая"), ("Message", "Допишите адрес после @."), ("autocomplete", "email"));

        Assert.Contains("<label for=\"Input-Email\">Почта", markup, StringComparison.Ordinal);
        Assert.Contains("name=\"Input.Email\"", markup, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"Input-Email-hint Input-Email-message\"", markup, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", markup, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"email\"", markup, StringComparison.Ordinal);
        Assert.Contains("id=\"Input-Email-message\">Допишите адрес после @.", markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Field_WithAnInputOfItsOwn_GivesItTheIds()
    {
        RenderFragment<FieldAria> own = aria => builder => builder.AddMarkupContent(0, $"<textarea id=\"{aria.Id}\"></textarea>");

        string markup = await Markup.Of<Field>(("Name", "Reason"), ("Label", "Причина"), ("ChildContent", own));

        Assert.Contains("<textarea id=\"Reason\"></textarea>", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("<input", markup, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-invalid", markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_Always_OpensWithoutAScript()
    {
        string markup = await Markup.Of<Confirm>(("Label", "Вернуть…"), ("Title", "Вернуть приказ?"), ("ChildContent", Markup.Text("форма")));

        Assert.StartsWith("<details", markup, StringComparison.Ordinal);
        Assert.Contains("<summary class=\"btn\">Вернуть…</summary>", markup, StringComparison.Ordinal);
        Assert.Contains("<h2>Вернуть приказ?</h2>", markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyState_Always_SaysTheNextStep()
    {
        string markup = await Markup.Of<EmptyState>(("Title", "Документов пока нет"), ("ChildContent", Markup.Text("Загрузите дорожную карту.")));

        Assert.Contains("<h2>Документов пока нет</h2>", markup, StringComparison.Ordinal);
        Assert.Contains("Загрузите дорожную карту.", markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, false, false)]
    [InlineData(1, 3, false, true)]
    [InlineData(2, 3, true, true)]
    [InlineData(3, 3, true, false)]
    public async Task Pager_OnAPage_OffersItsNeighbours(int page, int pages, bool before, bool after)
    {
        Func<int, string> href = number => $"/documents?page={number}";

        string markup = await Markup.Of<Pager>(("Page", page), ("Pages", pages), ("Href", href));

        Assert.Equal(before, markup.Contains($"rel=\"prev\" href=\"/documents?page={page - 1}\"", StringComparison.Ordinal));
        Assert.Equal(after, markup.Contains($"rel=\"next\" href=\"/documents?page={page + 1}\"", StringComparison.Ordinal));
        Assert.Equal(pages > 1, markup.Contains($"Страница {page} из {pages}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Icon_OfEveryName_HasLines()
    {
        foreach (IconName name in Enum.GetValues<IconName>())
            Assert.Matches("<svg[^>]*aria-hidden=\"true\"[^>]*><(path|rect|circle)", await Markup.Of<Icon>(("Name", name)));
    }
}
