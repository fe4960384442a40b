// A purchase at a pharmacy by C# (.NET 6 or later). Not run by a test: see purchase.sh for the one that is.
using System;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

static class Purchase
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

    static async Task Main()
    {
        var bill = Env("BILL");
        var shift = (string)(await Call(HttpMethod.Post, "/v1/shifts", new { @operator = Env("OPERATOR") }))["shift"]!;
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
        var eligibility = (string)(await Call(HttpMethod.Post, "/v1/eligibility", new
        {
            shift,
            patient,
            visit = new { careType = "pharmacy", serviceDate = Env("DAY") },
        }))["eligibility"]!;
        var quote = await Call(HttpMethod.Post, "/v1/quotes", new
        {
            shift,
            eligibility,
            // Amounts are texts: a number would pass through a binary fraction.
            bill = new
            {
                number = bill,
                lines = new[] { new { line = "1", code = "TEST-0001", unitPrice = "23.50", quantity = "2" } },
            },
        });
        Console.WriteLine($"应付 to pay in cash: {quote["split"]!["cash"]}");

        // Lost the answer? Send the same again: a bill is settled once by its number.
        var outcome = await Call(HttpMethod.Post, $"/v1/bills/{bill}/settle",
            new { shift, quote = (string)quote["quote"]!, digest = (string)quote["digest"]! });
        Console.WriteLine($"结果 ending: {outcome["ending"]}");
        if ((string)outcome["ending"]! != "settled") return;
        Console.WriteLine((await Call(HttpMethod.Get, $"/v1/bills/{bill}/slip?paper=58"))["text"]);
        // Only after the POS's own transaction has committed:
        await Call(HttpMethod.Post, $"/v1/bills/{bill}/acknowledge", new { });
    }
}
