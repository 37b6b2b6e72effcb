using System.Net;
using System.Net.Sockets;

namespace Writethru.App.Cli;

/// <summary>Finds a port that nobody listens on, so that the demo comes up beside whatever runs already.</summary>
static class FreePort
{
    const int Tries = 20;

    /// <summary>The URL itself when its port is free, else with the next free port, at most 20 further.</summary>
    /// <exception cref="CliException">It is no URL to listen on, or none of those ports is free.</exception>
    public static string Find(string url)
    {
        var wanted = Parse(url);
        for (var port = wanted.Port; port <= Math.Min(wanted.Port + Tries, IPEndPoint.MaxPort); port++)
        {
            if (port == 0 || IsFree(wanted.Host, port, url))
                return port == wanted.Port ? url : $"{wanted.Scheme}://{wanted.Host}:{port}";
        }
        throw new CliException($"The ports {wanted.Port} to {wanted.Port + Tries} of {wanted.Host} are all busy; "
            + "give another with --urls, or --urls http://127.0.0.1:0 for any free one.");
    }

    static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw new CliException($"Found URL '{url}', expected one such as http://127.0.0.1:5080.");
        }
    }

    static bool IsFree(string host, int port, string url)
    {
        var address = IPAddress.TryParse(host, out var named) ? named
            : host == "localhost" ? IPAddress.Loopback : IPAddress.Any;
        try
        {
            using var probe = new TcpListener(address, port);
            probe.Start();
            return true;
        }
        catch (SocketException failure) when (failure.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
        catch (SocketException failure)
        {
            throw new CliException($"Cannot listen on {url}: {failure.Message}");
        }
    }
}
