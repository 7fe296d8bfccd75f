"""What may answer at a wrong address, until its parent ends. Prints two ports: of a server that accepts and stays silent, of
one that speaks HTTP."""
import socket
import sys
import threading


def listening():
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen(50)
    return server


def greet(server):
    while True:
        visitor = server.accept()[0]
        visitor.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        visitor.close()


silent, web = listening(), listening()
threading.Thread(target=greet, args=(web,), daemon=True).start()
print(silent.getsockname()[1], web.getsockname()[1], flush=True)
sys.stdin.read()
