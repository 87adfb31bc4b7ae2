using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Mentorship.Flow;

/// <summary>Any event as JSON, by the name of its kind.</summary>
internal static class FlowEventJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new VariableConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameTheKind, LeaveOutEmptyLists } },
    };

    /// <param name="usual">The instant that is not written again.</param>
    public static void Write(Utf8JsonWriter json, FlowEvent happened, DateTimeOffset usual)
    {
        JsonObject node = JsonSerializer.SerializeToNode(happened, Options)!.AsObject();
        if (happened.At == usual) node.Remove("at");
        node.WriteTo(json);
    }

    public static FlowEvent Read(JsonElement json, DateTimeOffset usual)
    {
        FlowEvent happened = json.Deserialize<FlowEvent>(Options)!;
        return json.TryGetProperty("at", out _) ? happened : happened with { At = usual };
    }

    /// <summary>Every kind of event that the engine knows.</summary>
    private static void NameTheKind(JsonTypeInfo type)
    {
        if (type.Type != typeof(FlowEvent)) return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "is" };
        foreach (Type kind in typeof(FlowEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(FlowEvent)) && !t.IsAbstract))
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
    }

    /// <summary>Where reading gives an empty list again: what a constructor asks for would come back as nothing at all.</summary>
    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
            if (property.Set is not null && property.AssociatedParameter is null && property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
                property.ShouldSerialize = (_, value) => value is ICollection { Count: > 0 } or not ICollection;
    }

    /// <summary>Values of variables come back as what they were: bool, double, string or nothing.</summary>
    private sealed class VariableConverter : JsonConverter<object?>
    {
        public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Number => reader.GetDouble(),
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.StartObject => Odd(ref reader),
            _ => null,
        };

        private static double Odd(ref Utf8JsonReader reader)
        {
            using JsonDocument number = JsonDocument.ParseValue(ref reader);
            return double.Parse(number.RootElement.GetProperty("number").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        }

        public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
        {
            switch (value)
            {
                case null: writer.WriteNullValue(); break;
                case bool flag: writer.WriteBooleanValue(flag); break;
                case string text: writer.WriteStringValue(text); break;
                case double number when !double.IsFinite(number): // as a state writes what JSON has no number for
                    writer.WriteStartObject();
                    writer.WriteString("number", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    writer.WriteEndObject();
                    break;
                default: writer.WriteNumberValue(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)); break;
            }
        }
    }
}
