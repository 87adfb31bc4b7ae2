using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Mentorship.UseCases.Installing;
using Mentorship.UseCases.People;
using Mentorship.Web.Tests.Pages.People;

namespace Mentorship.Web.Tests.Hosting;

public sealed class WakingTests
{
    [Fact]
    public async Task Mail_WhenTheHostIsAwake_LeavesByItself()
    {
        using TcpListener server = new(IPAddress.Loopback, 0);
        server.Start();
        Task<string> received = Receive(server);
        string port = ((IPEndPoint)server.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        await using Site site = new(("Waking", "true"), ("MENTORSHIP_SMTP_HOST", "127.0.0.1"), ("MENTORSHIP_SMTP_PORT", port), ("MENTORSHIP_SMTP_FROM", "nastavnik@example.ru"), ("MENTORSHIP_SMTP_STARTTLS", "false"));
        FirstPerson first = await site.Create();
        Guid id = await StaffTests.Add(site, first, "Крылова", "krylova@example.org");

        Invited invited = (await site.Get<InvitePerson>().RunAsync(Site.Curator(first), id, CancellationToken.None)).Value!;

        Assert.Null(invited.ByHand);
        string mail = await received.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Contains("RCPT TO:<krylova@example.org>", mail, StringComparison.Ordinal);
        Assert.Contains("Message-ID:", mail, StringComparison.OrdinalIgnoreCase);
        string body = Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(mail.Split("\n\n", 2)[1].Split("\n.\n")[0].Split('\n'))));
        Assert.Matches("http://localhost:5080/join/[A-Za-z0-9_-]{43}", body);
    }

    /// <summary>One conversation of a mail server that takes everything; returns what the other side said.</summary>
    private static async Task<string> Receive(TcpListener server)
    {
        using TcpClient client = await server.AcceptTcpClientAsync();
        using StreamReader reader = new(client.GetStream());
        await using StreamWriter writer = new(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        StringBuilder said = new();
        bool isData = false;
        await writer.WriteLineAsync("220 ready");
        while (await reader.ReadLineAsync() is { } line)
        {
            said.Append(line).Append('\n');
            if (isData && line != ".") continue;
            bool begins = line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase);
            await writer.WriteLineAsync(begins ? "354 go on" : "250 ok");
            if (isData) return said.ToString();
            isData = begins;
        }
        return said.ToString();
    }
}
