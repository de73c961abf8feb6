using System.Diagnostics;
using System.Globalization;
using Jiheng.Casework.Review.Batch;

namespace Jiheng.Bench.Audit;

/// <summary>Reviews thousands of docx, varied copies of the samples' reports, and watches files a second and the working set: it must stay flat.</summary>
internal static class BatchBench
{
    private const int Step = 1000;

    public static void Run(int count)
    {
        var folder = Directory.CreateTempSubdirectory("jiheng-batch-").FullName;
        try
        {
            var source = Path.Combine(folder, "来件");
            var bytes = Write(source, count);
            // What writing left behind must not count as the review's.
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            Console.WriteLine($"{count:N0} 份 docx，共 {bytes / 1e6:N0} MB；开始时工作集 {Environment.WorkingSet / 1e6:N0} MB");
            var clock = Stopwatch.StartNew();
            var watch = new Watch(clock);
            var outcome = BatchReview.Run(source, new ReviewOptions(Path.Combine(folder, "结果"), new DateOnly(2025, 5, 1)), watch);
            var seconds = clock.Elapsed.TotalSeconds;
            using var process = Process.GetCurrentProcess();
            Console.WriteLine($"共 {seconds:F1} 秒，每秒 {count / seconds:F0} 份；{outcome.Reports.Sum(r => r.Found):N0} 处发现，{outcome.Copies.Count:N0} 份雷同，{outcome.NotChecked} 份未核对");
            Console.WriteLine($"逐份核对 {watch.Last:F1} 秒，汇总与意见 {seconds - watch.Last:F1} 秒；最后工作集 {Environment.WorkingSet / 1e6:N0} MB，最高 {process.PeakWorkingSet64 / 1e6:N0} MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static long Write(string source, int count)
    {
        Directory.CreateDirectory(source);
        var reports = SampleReports.Open();
        var random = new Random(1);
        var bytes = 0L;
        for (var i = 0; i < count; i++)
        {
            var (_, department, report) = reports[i % reports.Count];
            var docx = SampleReports.Docx(SampleReports.Vary(report, department, Department(i), random));
            File.WriteAllBytes(Path.Combine(source, $"{i:00000}.docx"), docx);
            bytes += docx.Length;
        }
        return bytes;
    }

    /// <summary>A name that is known for a department's: digits are no part of one.</summary>
    private static string Department(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(d => "甲乙丙丁戊己庚辛壬癸"[d - '0'])) + "县卫生健康局";

    private sealed class Watch(Stopwatch clock) : IProgress<ReviewProgress>
    {
        private double _before;
        private long _most;

        public double Last { get; private set; }

        public void Report(ReviewProgress value)
        {
            lock (this)
            {
                if (value.Done % 50 == 0) _most = Math.Max(_most, Environment.WorkingSet);
                Last = clock.Elapsed.TotalSeconds;
                if (value.Done % Step != 0) return;
                Console.WriteLine($"{value.Done,6:N0} 份：每秒 {Step / (Last - _before),4:F0} 份，工作集 {Environment.WorkingSet / 1e6,4:N0} MB（这一千份中最高 {_most / 1e6,4:N0} MB），托管堆 {GC.GetGCMemoryInfo().HeapSizeBytes / 1e6,4:N0} MB");
                (_before, _most) = (clock.Elapsed.TotalSeconds, 0);
            }
        }
    }
}
