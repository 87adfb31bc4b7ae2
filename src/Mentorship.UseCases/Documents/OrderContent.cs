using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mentorship.Domain.Documents.Orders;

namespace Mentorship.UseCases.Documents;

/// <summary>The text of an order as a frozen version keeps it: one text gives one JSON, letter for letter, so that its hash seals it.</summary>
public static class OrderContent
{
    private static readonly JsonSerializerOptions Canonical = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(OrderText text) => JsonSerializer.Serialize(text, Canonical);

    public static OrderText Read(string content) =>
        JsonSerializer.Deserialize<OrderText>(content, Canonical) ?? throw new InvalidOperationException("A frozen version holds no text");
}
