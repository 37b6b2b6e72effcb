using System.Text;
using Writethru.App;

namespace Writethru.Tests.App;

public class CsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("one, two", "\"one, two\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=HYPERLINK(1)", "'=HYPERLINK(1)")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=1,\"2\"", "\"'=1,\"\"2\"\"\"")]
    [InlineData("a=1", "a=1")]
    public void A_cell_is_quoted_where_it_must_be_and_starts_no_formula(string cell, string written)
    {
        var csv = new StringBuilder();

        Csv.AppendLine(csv, [cell, "x"]);

        Assert.Equal(written + ",x\r\n", csv.ToString());
    }
}
