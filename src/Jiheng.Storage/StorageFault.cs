using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Jiheng.Storage;

/// <summary>Why a database cannot be used.</summary>
/// <param name="Code">Stable code, <c>JH501x</c>.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
/// <param name="Advice">What to do, in Chinese.</param>
public sealed record StorageFault(string Code, string Message, string Advice)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Message}{Advice}";

    internal static StorageFault LaterVersion { get; } = new("JH5010", "这个数据库已由更新版本的程序升级过。", "请改用那个版本，或换一个数据库。");

    /// <summary>What an error of a database means to whoever chose it; <c>null</c> for one that is our own mistake.</summary>
    internal static StorageFault? Of(Exception error) => error switch
    {
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT } =>
            new("JH5011", "这个文件不是数据库，或已损坏。", "请核对路径；数据库损坏时请用备份恢复。"),
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED } =>
            new("JH5013", "数据库正被别的程序占用。", "请稍后再试。"),
        SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_PERM } =>
            Unreachable(error),
        SqliteException => null,
        NpgsqlException and not PostgresException => Unreachable(error),
        PostgresException { SqlState: ['2', '8', ..] or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege } => Unreachable(error),
        DbException => null,
        IOException or UnauthorizedAccessException or ArgumentException => Unreachable(error),
        _ => null,
    };

    private static StorageFault Unreachable(Exception error) => new("JH5012", $"数据库打不开或连不上：{error.Message.TrimEnd('.')}。", "请检查路径或连接、权限和磁盘空间。");
}
