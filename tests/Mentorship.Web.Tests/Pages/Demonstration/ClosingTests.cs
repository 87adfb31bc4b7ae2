using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Mentorship.UseCases.Demonstrating;

namespace Mentorship.Web.Tests.Pages.Demonstration;

public sealed class ClosingTests
{
    [Fact]
    public async Task Banner_InADemonstration_SaysDayAndPinAndClosesOnlyWhatWasOpenedHere()
    {
        await using Site alone = new();
        await SmallDemonstration.Put(alone.Folder);
        await using Site opened = new();
        await SmallDemonstration.Put(DemonstrationMark.FolderIn(opened.Folder));

        string own = WebUtility.HtmlDecode(await alone.Visitor().Read("/sign-in")), inside = WebUtility.HtmlDecode(await opened.Visitor().Read("/sign-in"));

        Assert.All([own, inside], page => Assert.Contains("уходят. Данные на 12\u00A0октября. ПИН", page, StringComparison.Ordinal));
        Assert.All([own, inside], page => Assert.Contains("ПИН у всех 2580", page, StringComparison.Ordinal));
        Assert.Contains("ПИН у всех 2580", await (await opened.Visitor().Open("/d/unknown")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Закрыть демонстрацию", own, StringComparison.Ordinal);
        Assert.Contains("Закрыть демонстрацию", inside, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await alone.Visitor().Open("/demonstration/close")).StatusCode);
        Assert.Contains("Будут удалены все учреждения демонстрации", await opened.Visitor().Read("/demonstration/close"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Close_OutsideADemonstration_IsNotThere()
    {
        await using Site site = new();
        await site.Create();

        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().Open("/demonstration/close")).StatusCode);
    }

    [Fact]
    public async Task Close_InARunningProgram_DeletesTheDemonstrationAndShowsTheFirstStartAtTheSameAddress()
    {
        string data = Directory.CreateTempSubdirectory("mentorship-close-").FullName, folder = DemonstrationMark.FolderIn(data);
        await SmallDemonstration.Put(folder);
        Uri address = new($"http://127.0.0.1:{FreePort()}");
        using Process program = Run(data, address);
        try
        {
            using HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
            Visitor visitor = new(client);
            await Until.True(() => Answers(client, "/sign-in"));

            HttpResponseMessage answer = await visitor.Post("/demonstration/close", "close");

            Assert.Contains("url=/start", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            await Until.True(() => Answers(client, "/start"));
            Assert.Contains("Открыть демонстрацию", await visitor.Read("/start"), StringComparison.Ordinal);
            Assert.False(program.HasExited);
            Assert.Empty(Directory.GetDirectories(data, "demonstration*"));
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
            Directory.Delete(data, recursive: true);
        }
    }

    private static Process Run(string data, Uri address)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Mentorship.Web.dll")]);
        (start.Environment["MENTORSHIP_DATA"], start.Environment["ASPNETCORE_URLS"]) = (data, address.ToString());
        return Process.Start(start)!;
    }

    private static async Task<bool> Answers(HttpClient client, string path)
    {
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(path);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
