package dev.pilcrow.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Secret;
import dev.pilcrow.article.Article;
import dev.pilcrow.store.Store;
import dev.pilcrow.wording.Articles;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The articles that links to old answers open.
class ShelfTest {

    private static final Article OLD = Articles.of("The port was sold in May.");
    private static final Article NEW = Articles.of("The port was sold in June.");

    private final Store store;

    ShelfTest(@TempDir Path folder) throws Exception {
        store = Store.open(new Secret("jdbc:sqlite:" + folder.resolve("store.db")), InstantSource.system());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anArticleIsFoundByTheStartOfItsIdAfterItWasReplaced() {
        Shelf before = new Shelf(OLD, "folder/a.txt", store.articles());
        assertThat(before.beginning(OLD.id().substring(0, 16))).contains(OLD);
        assertThat(before.beginning(NEW.id())).isEmpty();
        Shelf shelf = new Shelf(NEW, "folder/a.txt", store.articles());
        for (Article article : new Article[]{OLD, NEW, OLD}) {
            assertThat(shelf.beginning(article.id())).contains(article);
            assertThat(shelf.beginning(article.id().substring(0, 16))).contains(article);
        }
    }

    @Test
    void aStartThatMayMeanTwoArticlesMeansNone() {
        Shelf shelf = new Shelf(OLD, "a.txt", store.articles());
        String start = OLD.id().substring(0, 12);
        store.articles().save(start + "0".repeat(52), "b.txt", "Another article.");
        assertThat(shelf.beginning(start)).isEmpty();
        assertThat(shelf.beginning(OLD.id())).contains(OLD);
    }

    @Test
    void whatIsNotTheArticleOfItsIdIsNotShown() {
        Shelf shelf = new Shelf(OLD, "a.txt", store.articles());
        store.articles().save("0123456789abcdef", "b.txt", "Not what the id says.");
        assertThat(shelf.beginning("0123456789ab")).isEmpty();
    }
}
