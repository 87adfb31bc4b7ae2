using System.Net;

namespace Mentorship.Web.Tests.Pages.Trouble;

public sealed class TroubleTests
{
    [Fact]
    public async Task UnknownAddress_WhenOpened_SaysSoInRussian()
    {
        (HttpStatusCode status, string page) = await Ask(HttpMethod.Get, "/nothing-here");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("<html lang=\"ru\"", page, StringComparison.Ordinal);
        Assert.Contains("Такой страницы нет", page, StringComparison.Ordinal);
        Assert.Contains("Начните с главной", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownAddress_WhenPostedTo_IsAPageToo()
    {
        (HttpStatusCode status, string page) = await Ask(HttpMethod.Post, "/nothing-here");

        Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, status.ToString());
        Assert.Contains("Такой страницы нет", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Fault_WhenItHappens_HidesItsDetails(string method)
    {
        (HttpStatusCode status, string page) = await Ask(new HttpMethod(method), "/fault");

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Contains("У нас случилась ошибка", page, StringComparison.Ordinal);
        Assert.Contains("Номер обращения", page, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "Эта страница вам не открыта")]
    [InlineData(400, "Страница устарела")]
    [InlineData(413, "Файл слишком большой")]
    public async Task Trouble_WhenOpenedByItsAddress_KeepsItsStatus(int expected, string words)
    {
        (HttpStatusCode status, string page) = await Ask(HttpMethod.Get, $"/trouble/{expected}");

        Assert.Equal(expected, (int)status);
        Assert.Contains(words, page, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Page)> Ask(HttpMethod method, string path)
    {
        await using WebHost host = new();
        HttpResponseMessage answer = await host.CreateClient().SendAsync(new HttpRequestMessage(method, path));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
