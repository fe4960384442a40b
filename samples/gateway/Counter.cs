// A counter by C# (.NET 6 or later): purchase, refund or day-end, named by the first argument.
// Not run by a test: see purchase.sh, refund.sh and day-end.sh for those that are.
using System;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

static class Counter
{
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(60) };

    static string Env(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException("set " + name);

    static async Task<JsonNode> Call(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, Env("CARESETTLE_GATEWAY") + path);
        request.Headers.Authorization =
            new AuthenticationHeaderValue("Bearer", File.ReadAllText(Env("CARESETTLE_TOKEN_FILE")).Trim());
        if (body != null) request.Content = JsonContent.Create(body);
        using var answer = await Http.SendAsync(request);
        var told = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{told["turn"]}: {told["message"]}");
        return told;
    }

    static Task Main(string[] args) => args[0] switch
    {
        "purchase" => Purchase(),
        "refund" => Refund(),
        "day-end" => DayEnd(),
        _ => throw new ArgumentException("purchase, refund or day-end?"),
    };

    static async Task<string> Shift() =>
        (string)(await Call(HttpMethod.Post, "/v1/shifts", Operator()))["shift"]!;

    // OPERATOR_PASSWORD only where the operator's key has one: an empty one is not sent.
    static object Operator() =>
        Environment.GetEnvironmentVariable("OPERATOR_PASSWORD") is { Length: > 0 } password
            ? new { @operator = Env("OPERATOR"), password }
            : new { @operator = Env("OPERATOR") };

    static async Task<string> Eligibility(string shift)
    {
        var patient = (string)(await Call(HttpMethod.Post, "/v1/identify", new
        {
            shift,
            credential = new { scanned = Env("SCANNED") },
            registration = new
            {
                visit = Env("VISIT"),
                name = Env("NAME"),
                document = new { type = "resident-identity-card", number = Env("DOCUMENT") },
            },
        }))["patient"]!;
        return (string)(await Call(HttpMethod.Post, "/v1/eligibility", new
        {
            shift,
            patient,
            visit = new { careType = "pharmacy", serviceDate = Env("DAY") },
        }))["eligibility"]!;
    }

    // Lost the answer? Send the same again: a bill is settled once by its number.
    static Task<JsonNode> Settle(string shift, string bill, JsonNode quote) =>
        Call(HttpMethod.Post, $"/v1/bills/{bill}/settle",
            new { shift, quote = (string)quote["quote"]!, digest = (string)quote["digest"]! });

    // Amounts are texts: a number would pass through a binary fraction.
    static object Bill(string number, string quantity) => new
    {
        number,
        lines = new[] { new { line = "1", code = "TEST-0001", unitPrice = "23.50", quantity } },
    };

    static async Task Purchase()
    {
        var bill = Env("BILL");
        var shift = await Shift();
        var eligibility = await Eligibility(shift);
        var quote = await Call(HttpMethod.Post, "/v1/quotes", new { shift, eligibility, bill = Bill(bill, "2") });
        Console.WriteLine($"应付 to pay in cash: {quote["split"]!["cash"]}");

        var outcome = await Settle(shift, bill, quote);
        Console.WriteLine($"结果 ending: {outcome["ending"]}");
        if ((string)outcome["ending"]! != "settled") return;
        Console.WriteLine((await Call(HttpMethod.Get, $"/v1/bills/{bill}/slip?paper=58"))["text"]);
        // Only after the POS's own transaction has committed:
        await Call(HttpMethod.Post, $"/v1/bills/{bill}/acknowledge", new { });
    }

    // Sent again, also after a crash between the two bills, it goes on where it stood.
    static async Task Refund()
    {
        var old = Env("BILL");
        var anew = old + "R";
        var shift = await Shift();
        var eligibility = await Eligibility(shift);
        var refund = await Call(HttpMethod.Post, $"/v1/bills/{old}/refund",
            new { shift, eligibility, bill = Bill(anew, "1"), reason = "退药" });
        if (!(bool)refund["between"]!)
            throw new InvalidOperationException("原单尚未撤销 the old bill may stand: run this again");
        Console.WriteLine($"余下应付 to pay in cash for the rest: {refund["quote"]!["split"]!["cash"]}");
        var outcome = await Settle(shift, anew, refund["quote"]!);
        Console.WriteLine($"结果 ending: {outcome["ending"]}");
        if ((string)outcome["ending"]! != "settled") return;
        Console.WriteLine((await Call(HttpMethod.Get, $"/v1/bills/{old}/refund/slip?paper=58"))["text"]);
        // Only after the POS's own transaction has committed, both of them:
        await Call(HttpMethod.Post, $"/v1/bills/{old}/acknowledge", new { });
        await Call(HttpMethod.Post, $"/v1/bills/{anew}/acknowledge", new { });
    }

    static async Task DayEnd()
    {
        var day = Env("DAY");
        var shift = await Shift();
        var told = await Call(HttpMethod.Post, $"/v1/days/{day}/compare", new { shift });
        foreach (var each in told["differences"]!.AsArray())
        {
            // To do it: POST /v1/days/{day}/confirm with shift and decision; the operator signs for it.
            Console.WriteLine($"待确认 to be confirmed: {each!["bill"]} {each["remedy"]?["words"]}");
        }
        var report = (string)told["report"]!;
        Console.WriteLine((await Call(HttpMethod.Post, $"/v1/days/{day}/report", new { shift, report }))["text"]);
    }
}
