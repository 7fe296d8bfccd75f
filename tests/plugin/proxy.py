"""A server that stalls: forwards a PostgreSQL socket to another, and forwards nothing while the file « stall » is there.

proxy.py DIRECTORY SOCKET: listens on DIRECTORY/.s.PGSQL.5432."""
import asyncio
import os
import sys

directory, server = sys.argv[1:]
stall = os.path.join(directory, "stall")


async def pump(reader, writer):
    try:
        while data := await reader.read(65536):
            while os.path.exists(stall):
                await asyncio.sleep(0.05)
            writer.write(data)
            await writer.drain()
    except ConnectionError:
        pass
    writer.close()


async def serve(reader, writer):
    there = await asyncio.open_unix_connection(server)
    await asyncio.gather(pump(reader, there[1]), pump(there[0], writer))


async def main():
    await (await asyncio.start_unix_server(serve, os.path.join(directory, ".s.PGSQL.5432"))).serve_forever()


asyncio.run(main())
