"""What the field writes, brought to the register's own words."""
