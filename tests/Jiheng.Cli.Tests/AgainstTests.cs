namespace Jiheng.Cli.Tests;

public sealed class AgainstTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"jiheng-{Guid.NewGuid():N}.txt");

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("2023年度全年预算数58216.85万元。", 0)]
    [InlineData("2023年度全年预算数58261.85万元。", 1)]
    public void A_text_is_held_against_a_data_folder(string text, int exit)
    {
        File.WriteAllText(_file, text);
        var (code, output, _) = Shell.Run(Shell.WithPacks("audit", _file, "--against", Shell.Sample("anyi-2023")));
        code.ShouldBe(exit, output);
        if (exit == 1) output.ShouldContain("58216.85");
    }

    [Fact]
    public void A_data_folder_that_is_not_there_is_bad_input_and_nothing_is_audited()
    {
        File.WriteAllText(_file, "全年预算数58261.85万元。");
        var (code, output, _) = Shell.Run(Shell.WithPacks("audit", _file, "--against", "没有这个目录"));
        code.ShouldBe(2);
        output.ShouldNotContain("JH2201");
    }
}
