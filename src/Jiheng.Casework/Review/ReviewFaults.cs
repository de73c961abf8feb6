using Jiheng.Documents.Reading;

namespace Jiheng.Casework.Review;

/// <summary>Why a file among those handed in was not checked, beyond what the readers say (JH4xxx).</summary>
internal static class ReviewFaults
{
    public static DocumentFault NoText(string file) =>
        new("JH3401", file, "文件里没有可读的文字，应是图片或空白文件，未做核对。", "请提交能选中文字的原件。");

    public static DocumentFault Engine(string file, string what) =>
        new("JH3402", file, $"核对时程序出错（{what}），未做核对。", "请把文件交给维护人员；其他文件不受影响。");

    public static DocumentFault UnsafeName(string file) =>
        new("JH3403", file, "压缩包里的文件名指向包外的目录，可能是有意构造的，未做核对。", "请确认来源，用普通压缩软件重新打包。");

    public static DocumentFault TooLarge(string file, long limit) =>
        new("JH3404", file, $"解压后超过 {limit / 1024 / 1024} MB，未做核对。", "请压缩其中的图片，或单独提交。");

    public static DocumentFault TooMuch(string file, long limit) =>
        new("JH3405", file, $"压缩包解压后合计超过 {limit / 1024 / 1024} MB，其余文件未做核对。", "请分成几个压缩包提交。");

    public static DocumentFault TooMany(string file, int limit) =>
        new("JH3406", file, $"文件超过 {limit} 个，其余文件未做核对。", "请分成几批提交。");

    public static DocumentFault TooDeep(string file, int limit) =>
        new("JH3407", file, $"压缩包套压缩包超过 {limit} 层，未做核对。", "请解开后提交。");

    public static DocumentFault DamagedZip(string file) =>
        new("JH3408", file, "压缩包已损坏、设了密码，或不是 zip。", "请用普通压缩软件重新打成 zip，不设密码。");

    public static DocumentFault CannotOpen(string file, string why) =>
        new("JH3409", file, $"打不开：{why}", "请检查文件名和权限，或关闭正在使用它的程序。");

    public static DocumentFault TooLong(string file) =>
        new("JH3415", file, "核对用时过长，没有等到结果，未做核对。", "请拆成几个文件再提交，并把文件交给维护人员；其他文件不受影响。");
}
