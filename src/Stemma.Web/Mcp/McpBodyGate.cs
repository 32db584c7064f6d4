using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Stemma.Web.Mcp;

/// <summary>Answers what is no JSON as JSON-RPC says (-32700), before the protocol's own reader sees it.</summary>
internal static class McpBodyGate
{
    private const int Deepest = 64;

    public static async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.Path.Equals("/mcp", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }

        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (IsJson(body.GetBuffer().AsSpan(0, (int)body.Length)))
        {
            body.Position = 0;
            context.Request.Body = body;
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"The body is no JSON."}}""", context.RequestAborted);
    }

    private static bool IsJson(ReadOnlySpan<byte> body)
    {
        try
        {
            Utf8JsonReader reader = new(body, new JsonReaderOptions { MaxDepth = Deepest });
            while (reader.Read())
            {
            }

            return body.Length > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
