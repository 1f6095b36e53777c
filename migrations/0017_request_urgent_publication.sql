-- Whoever drafts may ask the leaders for urgent publication; it waits with them until they decide.
ALTER TABLE publication_item ADD COLUMN urgent_since timestamptz;
COMMENT ON COLUMN publication_item.urgent_since IS 'When somebody asked the leaders for urgent publication; null when nobody did, or they have decided';
CREATE INDEX publication_item_urgent ON publication_item (county_id, urgent_since) WHERE urgent_since IS NOT NULL;
