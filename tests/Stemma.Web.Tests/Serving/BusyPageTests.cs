using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Stemma.Store;

namespace Stemma.Web.Tests.Serving;

/// <summary>What a reader is shown when there is no room for him.</summary>
public sealed partial class BusyPageTests
{
    [Fact]
    public async Task Who_asks_too_often_is_shown_a_page_that_asks_again_by_itself_and_then_has_his_story()
    {
        await using Served served = await Served.SamplesAsync(o => o with { Limits = o.Limits with { RequestsAtOnce = 3, RequestsPerSecond = 10 } });
        string path = "/stories/" + (await served.Store.StoriesAsync(new StoryQuery(), default))[0].Id;
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => served.SendAsync(HttpMethod.Get, path, headers: ("Accept", "text/html"))));
        HttpResponseMessage refused = answers.First(a => a.StatusCode is HttpStatusCode.TooManyRequests);
        Assert.Contains(answers, a => a.StatusCode is HttpStatusCode.OK);
        string page = await refused.Content.ReadAsStringAsync();
        int wait = (int)refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
        Assert.Equal("text/html", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal(wait, int.Parse(Again().Match(page).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("<h1>Too many requests</h1>", page, StringComparison.Ordinal);
        Assert.Contains("asks again by itself", page, StringComparison.Ordinal);
        Assert.Equal("no-store", refused.Headers.CacheControl!.ToString());

        // As the browser does then.
        await Task.Delay(TimeSpan.FromSeconds(wait));
        using HttpResponseMessage again = await served.SendAsync(HttpMethod.Get, path, headers: ("Accept", "text/html"));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_refused_is_not_sent_again_by_itself_and_a_program_is_told_in_its_own_form()
    {
        await using Served served = await Served.EmptyAsync(o => o with { Limits = o.Limits with { RequestsAtOnce = 1, RequestsPerSecond = 10 } });
        string form = "", json = "";
        for (int i = 0; i < 50 && (form.Length == 0 || json.Length == 0); i++)
        {
            using HttpResponseMessage posted = await served.SendAsync(HttpMethod.Post, "/corrections", "do=accept+origin", "application/x-www-form-urlencoded", ("Accept", "text/html"));
            form = posted.StatusCode is HttpStatusCode.TooManyRequests ? await posted.Content.ReadAsStringAsync() : form;
            using HttpResponseMessage asked = await served.SendAsync(HttpMethod.Get, "/api/v1/stories", headers: ("Accept", "application/json"));
            json = asked.StatusCode is HttpStatusCode.TooManyRequests ? await asked.Content.ReadAsStringAsync() : json;
        }

        Assert.Contains("<h1>Too many requests</h1>", form, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh", form, StringComparison.Ordinal);
        Assert.Contains("urn:stemma:problem:too-many-requests", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.ServiceUnavailable, "The store is busy")]
    [InlineData(false, HttpStatusCode.InternalServerError, "The store cannot be read")]
    public async Task A_store_in_trouble_is_told_on_a_page_and_asked_again_only_where_that_may_help(bool passes, HttpStatusCode status, string words)
    {
        IStoryStore store = DispatchProxy.Create<IStoryStore, Troubled>();
        ((Troubled)(object)store).Trouble = new StoreException("the file is locked by another", passes);
        await using Served served = await Served.OverAsync(store, o => o with { ReadOnly = true });
        foreach (string path in new[] { "/", "/stories/s-r1", "/reports/r1", "/people", "/outlets/Echo" })
        {
            using HttpResponseMessage answer = await served.SendAsync(HttpMethod.Get, path, headers: ("Accept", "text/html"));
            string page = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == status, $"{path}: {answer.StatusCode}");
            Assert.Contains($"<h1>{words}</h1>", page, StringComparison.Ordinal);
            Assert.Equal(passes, Again().IsMatch(page));
            Assert.Equal(passes, answer.Headers.RetryAfter is not null);
        }
    }

    [GeneratedRegex("<meta http-equiv=\"refresh\" content=\"([0-9]+)\"")]
    private static partial Regex Again();

    /// <summary>A store of which nothing can be had.</summary>
    public class Troubled : DispatchProxy
    {
        public StoreException? Trouble { get; set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw Trouble!;
    }
}
