CREATE TABLE books (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  isbn text COLLATE "C" NOT NULL UNIQUE CHECK (char_length(isbn) BETWEEN 10 AND 17),
  title text COLLATE "C" NOT NULL CHECK (char_length(title) BETWEEN 1 AND 300),
  author text COLLATE "C" NOT NULL CHECK (char_length(author) BETWEEN 1 AND 200),
  pages bigint CHECK (pages >= 1) CHECK (pages <= 5000),
  retired boolean NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);

-- An index behind each filter; the natural key has one, because it is UNIQUE.
CREATE INDEX books_retired ON books (retired);
