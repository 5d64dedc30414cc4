def read_markdown(data): raise NotImplementedError
