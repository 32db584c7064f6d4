using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.Intake.Web;

namespace Stemma.Watch;

/// <summary>Posts an alert as JSON, signed where there is a secret.</summary>
/// <remarks>
/// The signature is HMAC-SHA256 over the time, a dot and the body, in the field <c>Stemma-Signature: t=SECONDS,v1=HEX</c>: with the time in it an old request cannot be played
/// again. The field <c>Idempotency-Key</c> is the alert's key, the same on every try.
/// </remarks>
/// <param name="secret">Null: not signed.</param>
public sealed class Webhook(WebPoster poster, Uri address, byte[]? secret, TimeProvider time)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="FetchFailedException">It was not taken.</exception>
    public Task SendAsync(LoggedAlert alert, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(alert);
        byte[] body = Body(alert);
        List<KeyValuePair<string, string>> fields = [new("Idempotency-Key", alert.Alert.Key)];
        if (secret is not null)
            fields.Add(new("Stemma-Signature", Sign(secret, time.GetUtcNow(), body)));
        return poster.PostAsync(address, body, "application/json", fields, cancellation);
    }

    /// <summary>The value of the signature field.</summary>
    public static string Sign(byte[] secret, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        string seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(seconds + "."), .. body];
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(secret, signed))}";
    }

    /// <summary><c>{ "number", "raised", "alert" }</c>.</summary>
    public static byte[] Body(LoggedAlert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Plain))
        {
            writer.WriteStartObject();
            writer.WriteNumber("number", alert.Number);
            writer.WriteString("raised", alert.Raised.UtcDateTime);
            writer.WritePropertyName("alert");
            writer.WriteRawValue(WatchJson.Write(alert.Alert));
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
