namespace Mentorship.Web.Hosting;

/// <summary>Where the product answers.</summary>
internal static class Address
{
    public const string Default = "http://localhost:5080";

    /// <summary>Takes <see cref="Default"/> unless an address or a port is configured in any of the usual ways.</summary>
    public static void AddAddress(this WebApplicationBuilder builder)
    {
        string?[] configured = [builder.Configuration["urls"], builder.Configuration["http_ports"], builder.Configuration["https_ports"]];
        if (configured.All(string.IsNullOrEmpty) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(Default);
    }
}
