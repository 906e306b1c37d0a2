-- Rows from before have no owner until there is a first admin, who takes them over.
ALTER TABLE books ADD COLUMN owner_id bigint REFERENCES users (id);

ALTER TABLE books DROP CONSTRAINT books_isbn_key;
CREATE UNIQUE INDEX books_owner_id ON books (owner_id, isbn);
CREATE INDEX books_isbn ON books (isbn);
