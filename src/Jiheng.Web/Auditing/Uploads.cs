using System.Threading.RateLimiting;
using Jiheng.Web.Hosting;
using Microsoft.AspNetCore.RateLimiting;

namespace Jiheng.Web.Auditing;

/// <summary>Bounds on files that people hand in to be audited, so that no file and no hurry takes the computer down.</summary>
public static class Uploads
{
    /// <summary>Largest file in bytes; a long report with pictures has two or three million.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <summary>Largest request: the file with the form around it.</summary>
    public const int LargestRequest = LargestFile + 64 * 1024;

    /// <summary>Largest request that brings two files to be compared.</summary>
    public const int LargestPair = 2 * LargestFile + 64 * 1024;

    /// <summary>Largest request for a review: a zip, or several reports at once.</summary>
    public const int LargestReview = 400 * 1024 * 1024;

    private const int AtOnce = 2;
    private const int Waiting = 8;
    private const int PerMinute = 60;

    /// <summary>Lets through so many uploads a minute and so many at a time; reading pages is not limited.</summary>
    public static void Limit(RateLimiterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, bool>(context => IsUpload(context)
                ? RateLimitPartition.GetFixedWindowLimiter(true, _ => new() { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(false)),
            PartitionedRateLimiter.Create<HttpContext, bool>(context => IsUpload(context)
                ? RateLimitPartition.GetConcurrencyLimiter(true, _ => new() { PermitLimit = AtOnce, QueueLimit = Waiting })
                : RateLimitPartition.GetNoLimiter(false)));
    }

    /// <summary>Turns away what is too large before any of it is read, so that the answer can say so.</summary>
    public static Task Guard(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var largest = context.Request.Path.Value?.ToUpperInvariant() switch { "/REVIEW" => LargestReview, "/REVIEW/COMPARE" => LargestPair, _ => LargestRequest };
        if (!(context.Request.ContentLength > largest) || !TakesIn(context)) return next(context);
        context.Features.Set(WebFault.TooLarge(largest / 1024 / 1024));
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }

    // A form without a file costs next to nothing: whoever notes one decision after the other is not held up.
    private static bool IsUpload(HttpContext context) => TakesIn(context) && context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    // The error page is shown for the same request; it takes nothing in and must not be turned away itself.
    private static bool TakesIn(HttpContext context) => HttpMethods.IsPost(context.Request.Method) && !context.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal);
}
